"""Extracts term pairs from running text whose author gives a term in both languages: `data flow (数据流动)`."""
