"""Commands beside Scrapy's own: crawl takes the place of Scrapy's."""
