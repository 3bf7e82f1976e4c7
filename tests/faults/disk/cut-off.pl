# Cuts a file system off as a power cut does: waits for a line, holds a process still and has the kernel drop whatever it has not written,
# with EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH. The processor must end with the disk: a sync that is on its way at that moment
# may return success although nothing of it is left, and no machine answers after its power is gone.
use strict;
$| = 1;
my ($folder, $process) = @ARGV;
open(my $root, '<', $folder) or die "$folder: $!";
print "ready\n";
<STDIN>;
my $flag = pack('L', 2);
kill('STOP', $process) or die "stop: $!";
defined(ioctl($root, 0x8004587D, $flag)) or die "shutdown: $!";
print "cut\n";
