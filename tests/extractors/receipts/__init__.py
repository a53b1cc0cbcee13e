"""Tests of this room of the reader."""
