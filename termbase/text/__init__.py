"""Knowledge of Chinese and English text: scripts, words, sounds, figures, and forms for comparing."""
