"""May I stay and work today? Until when? Why?"""
