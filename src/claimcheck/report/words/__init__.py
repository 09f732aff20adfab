"""Every sentence there is, in English: what things are called, what is said of them, how it is counted and listed.

A second language is a second folder of the same functions. Does not belong here: choosing what is said (see
`ranking` and `document`), escaping, layout.
"""
