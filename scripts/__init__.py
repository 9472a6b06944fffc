"""What a maintainer runs by hand: scripts that generate the dated tables of the law and check its citations."""
