package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnPart.Slot;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;
import java.util.ArrayList;
import java.util.List;

/** Which annotations fit the type of a column and each other. */
final class ColumnPartRules {
  private final String name;
  private final ColumnType type;
  private final Diagnostics problems;
  private boolean allFit = true;

  ColumnPartRules(String name, ColumnType type, Diagnostics problems) {
    this.name = name;
    this.type = type;
    this.problems = problems;
  }

  /** Returns whether all parts fit. */
  boolean allFit() {
    return allFit;
  }

  /** Returns the parts that fit, and the role of the column in any case; reports the others. */
  List<ColumnPart> fitting(List<ColumnPart> parts) {
    List<ColumnPart> fitting = new ArrayList<>();
    for (ColumnPart part : parts) {
      boolean fits = fitsType(part) && fitsOthers(part, fitting);
      allFit &= fits;
      if (fits || part.slot() == Slot.ROLE && fitting.isEmpty()) {
        fitting.add(part);
      }
    }
    return fitting;
  }

  private boolean fitsType(ColumnPart part) {
    if (part.takes().contains(type.family())) {
      return true;
    }
    if (type.family() != Family.OTHER) {
      problems.report(
          Problem.MISPLACED,
          part.origin(),
          part.source()
              + " on "
              + name
              + " "
              + part.purpose()
              + ", but "
              + type.text()
              + " is "
              + type.family().words()
              + ". Remove it, or change the type.");
    }
    return false;
  }

  private boolean fitsOthers(ColumnPart part, List<ColumnPart> before) {
    for (ColumnPart other : before) {
      String reason = reason(other, part);
      if (!reason.isEmpty()) {
        problems.report(
            Problem.CONFLICT,
            part.origin(),
            name
                + " carries "
                + other.source()
                + " and "
                + part.source()
                + ", but "
                + reason
                + ". Remove one of the two.");
        return false;
      }
    }
    return true;
  }

  /** Returns why two parts exclude each other; empty if they do not. */
  private String reason(ColumnPart first, ColumnPart second) {
    if (first.slot() == second.slot()) {
      return switch (first.slot()) {
        case ROLE -> "a column has one role";
        case SCALING -> "a number is scaled once";
        case ENCODING -> "a column is encoded once";
        default -> "once is enough";
      };
    }
    if (first.slot() == Slot.SCALING && second.slot() == Slot.ENCODING) {
      return "the features of ranges are 0 or 1 and need no scale";
    }
    if (first.slot() == Slot.SCALING && second.slot() == Slot.EMBEDDING) {
      return "an embedding reads which category it is, which needs no scale";
    }
    if (first.slot() != Slot.ROLE) {
      return "";
    }
    boolean isLabel = first.role().filter(role -> role == Role.LABEL).isPresent();
    if (isLabel && second.slot() == Slot.ENCODING && type.family() == Family.TEXT) {
      return second.categories().isEmpty() ? "a predicted text is one of its @Categories" : "";
    }
    if (isLabel && second.slot() == Slot.SCALING) {
      return second.scalesLabels() ? "" : "a number to predict is scaled by @Standardize alone";
    }
    if (isLabel) {
      return second.slot() == Slot.FILLING
          ? "a label cannot be made up: a row without one teaches nothing"
          : "a label is predicted as it is";
    }
    return "a weight is taken as it is";
  }
}
