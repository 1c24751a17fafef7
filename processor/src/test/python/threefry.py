"""The counter-based random numbers of Salmon, Moraes, Dror and Shaw (SC 2011), as keys use them."""

MASK = 2**32 - 1
ROTATIONS = (13, 15, 26, 6, 17, 29, 16, 24)  # table 2 of the paper, for two words of 32 bits
PARITY = 0x1BD11BDA


def block(rounds, key, counter):
    """Threefry-2x32; keys, counters and blocks are pairs of words, the first the lower half."""
    words = [key & MASK, key >> 32]
    schedule = words + [PARITY ^ words[0] ^ words[1]]
    x = [(counter & MASK) + schedule[0] & MASK, (counter >> 32) + schedule[1] & MASK]
    for turn in range(rounds):
        x[0] = x[0] + x[1] & MASK
        distance = ROTATIONS[turn % 8]
        x[1] = (x[1] << distance | x[1] >> 32 - distance) & MASK ^ x[0]
        if turn % 4 == 3:
            injection = turn // 4 + 1
            x[0] = x[0] + schedule[injection % 3] & MASK
            x[1] = x[1] + schedule[(injection + 1) % 3] + injection & MASK
    return x[0] | x[1] << 32


def key_at(key, step):
    return block(20, key, step)


def key(seed, purpose, name):
    """The key of a named thing for a purpose, by its number."""
    fnv = 0xCBF29CE484222325
    for byte in name.encode("utf-16-le"):
        fnv = (fnv ^ byte) * 0x100000001B3 % 2**64
    return key_at(key_at(seed, purpose), fnv)


def sixteen_bits(key, element):
    """The bits that decide on an element: four elements share a block, at distances of 16."""
    word = block(13, key, element // 64 * 16 + element % 16)
    return word >> element // 16 % 4 * 16 & 0xFFFF
