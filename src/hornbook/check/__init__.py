"""What a careful colleague would say of a lesson: one rule per module, each a function from a lesson to diagnostics."""
