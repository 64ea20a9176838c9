"""Grammar: an index over the arcs, mended where English leaves no doubt, and what every other room asks of it:
predicates, noun phrases, quotation marks, words of lists.
"""
