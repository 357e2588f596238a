// Preloaded (node --import) into every process that the supervisor starts: when the supervisor is gone,
// kill -9 included, the channel to it closes and the process ends.
process.on('disconnect', () => process.exit(1));
// Listening must not keep a process that has come to its end.
process.channel?.unref();
