package dev.annette;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What repeats in time; {@link #share} is how far a moment has come in it. */
public enum Cycle {
  /** Midnight to midnight, to the second. Only for times. */
  HOUR_OF_DAY {
    @Override
    public double share(LocalDateTime moment) {
      return moment.toLocalTime().toSecondOfDay() / 86_400.0;
    }
  },
  /** Monday to Sunday. */
  DAY_OF_WEEK {
    @Override
    public double share(LocalDateTime moment) {
      return (moment.getDayOfWeek().getValue() - 1) / 7.0;
    }
  },
  /** The first to the last day of a month. */
  DAY_OF_MONTH {
    @Override
    public double share(LocalDateTime moment) {
      LocalDate day = moment.toLocalDate();
      return (day.getDayOfMonth() - 1) / (double) day.lengthOfMonth();
    }
  },
  /** January to December. */
  MONTH_OF_YEAR {
    @Override
    public double share(LocalDateTime moment) {
      return (moment.getMonthValue() - 1) / 12.0;
    }
  },
  /** The first to the last day of a year. */
  DAY_OF_YEAR {
    @Override
    public double share(LocalDateTime moment) {
      LocalDate day = moment.toLocalDate();
      return (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
    }
  };

  /** Returns the share of the cycle that has passed, from 0 to below 1. */
  public abstract double share(LocalDateTime moment);

  /** Returns whether it needs a time of day, which a date has not. */
  public boolean needsTime() {
    return this == HOUR_OF_DAY;
  }
}
