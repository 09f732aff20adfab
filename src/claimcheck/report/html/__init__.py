"""Reports as one HTML page: escaping, the shell that any page of ours can use, and the page of a report."""
