"""How fast Lamton is on this machine, beside what the database alone could do: `make bench`."""
