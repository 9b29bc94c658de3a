"""Routes by noun; each asks one question and hands the answer on."""
