package dev.annette.examples.passengers;

import dev.annette.examples.passengers.Passengers.Cabin;
import dev.annette.examples.passengers.Passengers.Passenger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented passengers, the same for the same seed. One survives with probability 1 / (1 + e^-z),
 * where z = 0.5 + 2.5 [female] + 1.2 [first class] - 1.0 [third class] - 0.05 (age - 30) + 2 [age
 * below 12] - 1.5 [4 relatives or more]; a fifth of the ages and a twentieth of the ports are not
 * known.
 */
final class PassengerList {
  private static final List<String> PORTS = List.of("Southampton", "Cherbourg", "Queenstown");

  private final Random random;

  private PassengerList(long seed) {
    this.random = new Random(seed);
  }

  static List<Passenger> draw(int passengers, long seed) {
    PassengerList list = new PassengerList(seed);
    List<Passenger> drawn = new ArrayList<>();
    for (int i = 0; i < passengers; i++) {
      drawn.add(list.passenger("passenger " + i));
    }
    return drawn;
  }

  private Passenger passenger(String name) {
    double rank = random.nextDouble();
    Cabin cabin = rank < 0.25 ? Cabin.FIRST : rank < 0.45 ? Cabin.SECOND : Cabin.THIRD;
    boolean isFemale = random.nextDouble() < 0.4;
    double age =
        Math.floor(80 * random.nextDouble() * random.nextDouble() + 10 * random.nextDouble());
    int relatives = (int) (7 * random.nextDouble() * random.nextDouble() * random.nextDouble());
    float fare = (float) ((3 - cabin.ordinal()) * 10 * (0.5 + 3 * random.nextDouble()));
    String port = PORTS.get((int) (3 * random.nextDouble() * random.nextDouble()));
    double chance = 1 / (1 + Math.exp(-logOdds(cabin, isFemale, age, relatives)));
    return new Passenger(
        name,
        cabin,
        isFemale,
        random.nextDouble() < 0.2 ? null : age,
        relatives,
        fare,
        random.nextDouble() < 0.05 ? null : port,
        random.nextDouble() < chance);
  }

  /** Returns z, the logarithm of the odds that a passenger survives. */
  static double logOdds(Cabin cabin, boolean isFemale, double age, int relatives) {
    double z = 0.5 - 0.05 * (age - 30);
    z += isFemale ? 2.5 : 0;
    z += cabin == Cabin.FIRST ? 1.2 : cabin == Cabin.THIRD ? -1 : 0;
    z += age < 12 ? 2 : 0;
    z -= relatives >= 4 ? 1.5 : 0;
    return z;
  }
}
