"""What people decide about claims: decisions, comments, and what follows from them. Start reading at `applying.py`."""
