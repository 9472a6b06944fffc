"""Web: the portal, where everybody sees their own side, and the API beside it.

`portal` is what it stands on, `application` joins pages and API behind the guards of `security`, `server` runs it. A page is a
folder of `pages`: its record and route, its template and its words lie side by side. Wiring uses `server`.
"""
