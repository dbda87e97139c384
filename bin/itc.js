#!/usr/bin/env node
import './short-lived.js';
import '../dist/cli.js';
