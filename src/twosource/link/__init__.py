"""Link: the same people, places and bodies in all reports, and whom they belong to."""
