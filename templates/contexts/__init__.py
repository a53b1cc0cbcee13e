"""What each template is given: frozen records, built by pure functions from the case.

Every text in them is ready to print; templates only place it.
"""
