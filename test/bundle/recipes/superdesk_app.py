"""
As much of Superdesk as the service of docs/recipes.md asks for. Reads an item as JSON, and prints what Superdesk would answer.
"""

import abc
import json
import sys
import types

registered = {}


class Registerer(abc.ABCMeta):
    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        registered[instance.name] = instance
        return instance


class AIServiceBase(metaclass=Registerer):
    def __init__(self, app):
        self.config = app.config

    @property
    @abc.abstractmethod
    def name(self): ...

    @abc.abstractmethod
    def analyze(self, item): ...


for name in ["superdesk", "superdesk.text_checkers", "superdesk.text_checkers.ai", "superdesk.text_checkers.ai.base"]:
    sys.modules[name] = types.ModuleType(name)
sys.modules["superdesk.text_checkers.ai.base"].AIServiceBase = AIServiceBase
sys.path.insert(0, ".")

import copydesk_service  # noqa: E402

copydesk_service.init_app(types.SimpleNamespace(config={}))
try:
    print(json.dumps(registered["copydesk"].analyze(json.load(sys.stdin))))
except ValueError as error:
    print(json.dumps({"error": str(error)}))
