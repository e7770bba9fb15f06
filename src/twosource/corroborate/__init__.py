"""Corroborate: accounts to facts, verdicts, origins and the brief."""
