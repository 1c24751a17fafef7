"""A linear congruential generator whose numbers are the same in every language."""

MULTIPLIER = 6364136223846793005  # Knuth, MMIX
INCREMENT = 1442695040888963407


class Lcg:
    """State x' = MULTIPLIER * x + INCREMENT modulo 2^64; a draw is the upper 32 bits of x'."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (MULTIPLIER * self.state + INCREMENT) % 2**64
        return self.state >> 32

    def below(self, bound):
        """An integer from 0 to bound - 1."""
        return self.bits() * bound >> 32

    def grid(self, limit, steps=64):
        """A multiple of 1/steps from -limit to limit; exact in float32 if steps is a power of 2."""
        reach = int(limit * steps)
        return (self.below(2 * reach + 1) - reach) / steps

    def grids(self, count, limit, steps=64):
        return [self.grid(limit, steps) for _ in range(count)]
