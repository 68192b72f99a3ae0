"""The walk that every site shares, and spiders of odd sites, each in a module named as the site."""
