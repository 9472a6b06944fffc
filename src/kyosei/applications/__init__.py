"""Applications about the stay: filed with the evidence that is there, and whose turn it is until they have ended.

What makes an application pending is the office's statement that it has it, and nothing else: nothing here changes anybody's
status. What is open is asked of the institutions that owe it; the person is asked for what no source has.
"""
