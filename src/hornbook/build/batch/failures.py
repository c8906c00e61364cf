"""What keeps a cluster from working, known without importing what a cluster needs."""


class NoClusterError(RuntimeError):
    """Why there is no cluster at an address."""


class OtherVersionsError(RuntimeError):
    """A worker whose program or libraries are not those of the one who asks."""
