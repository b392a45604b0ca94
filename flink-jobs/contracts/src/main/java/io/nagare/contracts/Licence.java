package io.nagare.contracts;

/**
 * The terms under which a dataset may be used.
 *
 * @param title the licence's name
 * @param url where its text stands
 */
public record Licence(String title, String url) {}
