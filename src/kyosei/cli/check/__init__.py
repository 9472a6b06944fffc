"""`kyosei check`: the command, and its report section by section."""
