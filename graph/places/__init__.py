"""Settlements and regions of Ukraine, Russia and Belarus, as data files with their sources."""
