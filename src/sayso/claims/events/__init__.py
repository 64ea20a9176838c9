"""Events: what kind of thing a predicate says happened, by whom, to whom, where, when, how many."""
