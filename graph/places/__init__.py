"""Settlements and regions of Ukraine, Russia and Belarus, and how their names are looked up."""
