"""The steps by which a gradebook's tables are made and changed, one module each under `versions`."""
