package dev.annette.examples.benchmarks.suite;

import java.util.List;

/**
 * A bar for every workload: how many times longer the fastest other library takes than Annette, on
 * a logarithmic scale, with the quartiles of the rounds.
 */
final class RatioPlot {
  private static final int LEFT = 110;
  private static final int WIDTH = 560;
  private static final int RIGHT = 220;
  private static final int ROW = 22;
  private static final int TOP = 40;
  private static final String AHEAD = "#2b7a5b";
  private static final String BEHIND = "#b5473c";

  private final List<Standing> standings;
  private final double least;
  private final double decades;

  RatioPlot(List<Standing> all) {
    standings = all.stream().filter(standing -> standing.bestPeer().isPresent()).toList();
    double low = 0.5;
    double high = 10;
    for (Standing standing : standings) {
      Quantiles times = times(standing);
      low = Math.min(low, times.low());
      high = Math.max(high, times.high());
    }
    least = Math.floor(Math.log10(low));
    decades = Math.ceil(Math.log10(high)) - least;
  }

  String svg() {
    int height = TOP + ROW * standings.size() + 30;
    Svg svg = new Svg(LEFT + WIDTH + RIGHT, height);
    svg.words(LEFT, 16, "start", "Time of the fastest other library ÷ time of Annette");
    for (int decade = 0; decade <= decades; decade++) {
      double value = Math.pow(10, least + decade);
      svg.line(x(value), TOP - 8, x(value), height - 25, value == 1 ? "black" : "#cccccc");
      svg.words(x(value), height - 8, "middle", value < 1 ? "" + value : "" + Math.round(value));
    }
    for (int i = 0; i < standings.size(); i++) {
      row(svg, standings.get(i), TOP + ROW * i);
    }
    return svg.toString();
  }

  private void row(Svg svg, Standing standing, double y) {
    Quantiles times = times(standing);
    double middle = y + ROW / 2.0;
    String threads = standing.threads() == 1 ? " 1 thread" : " " + standing.threads() + " threads";
    svg.words(LEFT - 8, middle + 4, "end", standing.workload() + threads);
    double from = Math.min(x(1), x(times.median()));
    double length = Math.abs(x(times.median()) - x(1));
    svg.bar(from, y + 4, length, ROW - 8, times.median() >= 1 ? AHEAD : BEHIND);
    svg.line(x(times.low()), middle, x(times.high()), middle, "black");
    String peer = standing.bestPeer().map(best -> best.contestant().name()).orElse("");
    double end = Math.max(x(1), x(times.high()));
    svg.words(end + 6, middle + 4, "start", Quantiles.digits(times.median()) + " × " + peer);
  }

  private static Quantiles times(Standing standing) {
    return standing.bestPeer().map(peer -> peer.times(standing.annette())).orElseThrow();
  }

  private double x(double value) {
    return LEFT + WIDTH * (Math.log10(value) - least) / decades;
  }
}
