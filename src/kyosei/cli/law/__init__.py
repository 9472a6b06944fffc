"""`kyosei law`: check the law against the texts that it cites, and publish it."""
