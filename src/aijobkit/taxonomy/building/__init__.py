"""
The rooms of `aijobkit.taxonomy.build`: from official releases to the compact tables of facts and figures.

`reading` reads release files, `onet` and `economy` turn them into tables, `similarity` and `imputation` derive figures,
`writing` writes tables.  Sentences of a release are read to derive figures from them and are never written out.
"""
