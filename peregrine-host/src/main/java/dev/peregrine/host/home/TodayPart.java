package dev.peregrine.host.home;

import java.util.List;

/** The counts and what is next; drawn anew when jobs change. */
record TodayPart(
    List<HomePage.Step> path, String lede, List<HomePage.ToDo> next, List<HomePage.ToDo> then) {}
