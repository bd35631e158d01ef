"""The commands of operators, one module each; `bot.__main__` names them. They speak plain English."""
