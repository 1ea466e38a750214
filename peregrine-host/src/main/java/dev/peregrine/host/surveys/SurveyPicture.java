package dev.peregrine.host.surveys;

/**
 * A picture of a survey.
 *
 * @param place its number among them, from 1
 * @param sha256 of its bytes, under which they are kept
 */
public record SurveyPicture(int place, String sha256, int width, int height) {}
