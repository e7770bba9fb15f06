"""Render: a dossier as terminal text, HTML, JSON, CSV or Markdown."""
