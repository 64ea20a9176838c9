"""Attributions: the model's, completed by the tree and by layout and cleared of what attributes nothing; relays, inner
voices and letters; what a cue does with its content.
"""
