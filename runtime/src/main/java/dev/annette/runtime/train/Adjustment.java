package dev.annette.runtime.train;

/**
 * What a run changes about a rate or strength that an annotation declares.
 *
 * @param setting which one
 * @param value what replaces the declared number; null: nothing
 * @param schedule what multiplies it in the course of the run; null: nothing
 */
record Adjustment(Setting setting, Double value, Schedule schedule) {}
