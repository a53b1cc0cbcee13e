"""prefect.yaml names flows that are there, by module path."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]


def deployments() -> list[dict[str, str]]:
    found = yaml.safe_load((TOP / "prefect.yaml").read_text(encoding="utf-8"))
    return list(found["deployments"])


@pytest.mark.xdist_group("prefect")
@pytest.mark.parametrize("deployment", deployments(), ids=lambda one: one["name"])
def test_an_entry_point_can_be_loaded(deployment: dict[str, str], prefect_url: str) -> None:
    from prefect.flows import Flow, load_flow_from_entrypoint

    flow: Flow[..., object] = load_flow_from_entrypoint(
        deployment["entrypoint"], use_placeholder_flow=False
    )
    assert flow.name == deployment["entrypoint"].rpartition(".")[2]
