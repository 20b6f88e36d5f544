"""
Stepping stones and routes: how to get there one axis at a time.

Pure: what a step costs, pays and weighs is asked of functions that the caller passes in.

::

    stones.py  choose_stones(): roles that lie between the two ends
    occurrence.py  what the figures can tell of a stop
    first_action.py  what to try before any new job
    steps.py   what one step costs, weighed by plugins, and what several come to: route_total(), route_order(), weighed()
    ways.py    plan_routes(): the leap, the orders, the stones, sorted
"""

from aijobkit.routes.steps import route_order, route_total, weighed
from aijobkit.routes.stones import choose_stones, is_descent
from aijobkit.routes.ways import plan_routes

__all__ = ["choose_stones", "is_descent", "plan_routes", "route_order", "route_total", "weighed"]
