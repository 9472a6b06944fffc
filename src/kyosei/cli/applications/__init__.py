"""`kyosei applications`: file an application, add to it, answer, withdraw it, and what waits at an office."""
