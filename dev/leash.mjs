// Preloaded (node --import) into every process that the supervisor starts, and inherited by what those
// fork: when the one who started it is gone, kill -9 included, the channel closes and the process ends.
process.on('disconnect', () => process.exit(1));
// Listening must not keep a process that has come to its end. What Next forks talks over its channel and
// is kept by it.
if (process.ppid === Number(process.env.ROLECALL_SUPERVISOR)) process.channel?.unref();
