"""`kyosei decisions`: on what an application is decided."""
